import type {
  Choice,
  ChoiceId,
  PayPlan,
  PersonException,
  PlanVersion,
  RoleTerms,
  Spiff,
} from '../../domain/commission/types';
import { texts, type Locale } from '../../locales';
import type { BookGrid } from '../../reading/grid';
import { parseNumber } from '../../reading/numbers';
import { isDateFormat } from '../../reading/datetext';
import { nameKey } from '../../reading/text';
import type { Problem } from '../../reading/types';
import { findRules, ruleProblem, type RuleDefinition, type RuleRow } from '../rules';
import { PlanCells, scopeOf, text, type SaidTerm, type Scope } from './cells';
import {
  acceleratorsTable,
  exceptionsTable,
  spiffsTable,
  streaksTable,
  targetsTable,
  termsTable,
  tiersTable,
  versionsTable,
  type TermId,
} from './tables';

export { planFromJson } from './json';

/** A plan as the sheets say it. */
export interface ReadPlan {
  readonly plan: PayPlan;
  /** The sheet that it stands on. */
  readonly sheet: string;
  /** The cells that it was read from, for formulas that speak of them. */
  readonly cells: PlanCells;
  /** Nothing on the sheet names a role: the one role is everybody's. */
  readonly oneForAll: boolean;
  /** It is a whole plan with terms, not only a table of tiers among other things. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/**
 * The pay plan on the sheets, found by the headers of its tables (of tiers or of terms) in either language; null where
 * there is none. What can't be read is among the problems and null or left out in the plan, never filled in.
 */
export function planFromRules(grid: BookGrid, locale: Locale = 'zh-CN'): ReadPlan | null {
  const sheets = [tiersTable, termsTable].flatMap((definition) =>
    findRules(grid, definition).tables.map(({ sheet }) => sheet),
  );
  const order = grid.sheets.map(({ name }) => name);
  const [sheet, ...others] = [...new Set(sheets)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sheet === undefined ? null : new PlanReader(grid, sheet, others, locale).read();
}

class PlanReader {
  private readonly cells: PlanCells;
  private readonly problems: Problem[] = [];

  constructor(
    grid: BookGrid,
    private readonly sheet: string,
    private readonly others: readonly string[],
    private readonly locale: Locale,
  ) {
    this.cells = new PlanCells(grid, sheet);
  }

  read(): ReadPlan {
    const { cells, sheet } = this;
    const named = this.namedRoles();
    const unlisted = cells.term('unlistedRole', { version: '', role: '' });
    const oneForAll = named.length === 0;
    const everybody = text(unlisted?.value) || texts(this.locale).templates['commission-plan'].roles.sales;
    const roles = oneForAll ? [everybody] : named;
    const versions = this.versions(roles);
    const plan: PayPlan = {
      name: sheet,
      versions,
      exceptions: this.exceptions(),
      unlistedRole: oneForAll ? everybody : text(unlisted?.value) || null,
    };
    this.checkVersions(versions);
    if (this.others.length > 0) {
      const details = { used: sheet, others: this.others.join(', ') };
      this.problems.push({ code: 'plan-sheets-many', details, severity: 'note' });
    }
    const complete = cells.rows(termsTable).length > 0;
    return { plan, sheet, cells, oneForAll, complete, problems: [...cells.problems, ...this.problems] };
  }

  /** Roles in the order in which the sheet first names them. */
  private namedRoles(): string[] {
    const names = new Map<string, string>();
    const tables = [tiersTable, acceleratorsTable, targetsTable, streaksTable];
    for (const role of [
      ...this.cells.rows(tiersTable).map((row) => scopeOf(row).role),
      ...this.cells.terms.map(({ role: name }) => name),
      ...tables.flatMap((table) => this.cells.rows(table).map((row) => scopeOf(row).role)),
    ]) {
      if (role !== '' && !names.has(nameKey(role))) names.set(nameKey(role), role);
    }
    return [...names.values()];
  }

  /** Whether anything holds for the role in the version: a role can come with a later one. */
  private speaksOf(scope: Scope): boolean {
    const { cells } = this;
    const names = (said: Scope): boolean =>
      (said.role === '' || nameKey(said.role) === nameKey(scope.role)) &&
      (said.version === '' || nameKey(said.version) === nameKey(scope.version));
    return (
      cells.rows(tiersTable).some((row) => names(scopeOf(row))) ||
      cells.terms.some((said) => said.role !== '' && names(said))
    );
  }

  private versions(roles: readonly string[]): PlanVersion[] {
    const rows = this.cells.rows(versionsTable).filter(({ values }) => text(values['versionName']) !== '');
    const listed = rows.map((row) => ({
      name: text(row.values['versionName']),
      from: numberOf(row, 'validFrom'),
      to: numberOf(row, 'validTo'),
      row: row.row + 1,
    }));
    const all = listed.length > 0 ? listed : [{ name: '', from: null, to: null }];
    return all.map((version) => ({ ...version, ...this.versionTerms(version.name, roles) }));
  }

  private versionTerms(
    version: string,
    roles: readonly string[],
  ): Omit<PlanVersion, 'name' | 'from' | 'to' | 'row'> {
    const scope = { version, role: '' };
    return {
      event: this.choice('event', scope),
      tax: this.choice('tax', scope),
      vatRate: this.number('vatRate', scope),
      clawback: this.choice('clawback', scope),
      rounding: this.choice('rounding', scope),
      proration: this.choice('proration', scope),
      quotaProration: this.choice('quotaProration', scope),
      roles: roles
        .filter((role) => this.speaksOf({ version, role }))
        .map((role) => this.role({ version, role })),
      spiffs: this.cells.scoped(spiffsTable, scope).flatMap((row) => this.spiff(row)),
    };
  }

  private role(scope: Scope): RoleTerms {
    const rows = this.cells.scoped(tiersTable, scope);
    const amount = (id: TermId): number | null => this.number(id, scope);
    const [cap, guarantee, draw, override] = (['cap', 'guarantee', 'draw', 'override'] as const).map(amount);
    const tiers = rows.flatMap((row) => {
      const [from, rate] = [numberOf(row, 'from'), numberOf(row, 'rate')];
      if (from === null || rate === null) return [];
      return [{ from, to: numberOf(row, 'to'), rate, base: numberOf(row, 'base') ?? 0, row: row.row + 1 }];
    });
    const first = rows[0] ?? this.cells.terms.find((said) => nameKey(said.role) === nameKey(scope.role))?.at;
    return {
      role: scope.role,
      basis: this.choice('basis', scope),
      tiers,
      measure: this.measure(scope, rows),
      method: this.choice('method', scope),
      boundary: this.choice('boundary', scope),
      credit: this.choice('credit', scope),
      accelerators: this.cells.scoped(acceleratorsTable, scope).flatMap((row) => {
        const [past, rate, effect] = [numberOf(row, 'past'), numberOf(row, 'rate'), row.values['effect']];
        if (past === null || rate === null) return [];
        if (effect !== 'extra' && effect !== 'instead' && effect !== 'multiplied') return [];
        return [{ past, effect, rate, row: row.row + 1 }];
      }),
      roleBase: this.said('roleBase', scope)
        ? { amount: amount('roleBase'), with: this.choice('roleBaseWith', scope) }
        : null,
      quota: this.said('quota', scope)
        ? { amount: amount('quota'), on: this.choice('quotaOn', scope) }
        : null,
      override:
        override === null || override === undefined
          ? null
          : { rate: override, on: this.choice('overrideOn', scope), needsQuota: this.needsQuota(scope) },
      cap: cap === null || cap === undefined ? null : { amount: cap, on: this.choice('capOn', scope) },
      guarantee:
        guarantee === null || guarantee === undefined
          ? null
          : {
              amount: guarantee,
              on: this.choice('guaranteeOn', scope),
              recovery: this.choice('guaranteeRecovery', scope),
            },
      draw:
        draw === null || draw === undefined
          ? null
          : { amount: draw, recovery: this.choice('drawRecovery', scope) },
      probation: this.probation(scope),
      streaks: this.cells.scoped(streaksTable, scope).flatMap((row) => {
        const [months, when, outcome] = [numberOf(row, 'months'), row.values['when'], row.values['outcome']];
        if (months === null || (when !== 'met' && when !== 'missed')) return [];
        if (outcome !== 'promotion' && outcome !== 'demotion' && outcome !== 'leave') return [];
        return [{ when, months, outcome, to: text(row.values['newRole']) || null }];
      }),
      ...(first ? { row: first.row + 1 } : {}),
    };
  }

  /** What the sheet says; where it does not, tiers that begin at percentages are of attainment. */
  private measure(scope: Scope, rows: readonly RuleRow[]): RoleTerms['measure'] {
    const said = this.choiceText('measure', scope);
    if (said === 'revenue' || said === 'attainment') return said;
    const percent = rows.some(({ cells }) => {
      const cell = cells['from'];
      return cell !== undefined && (cell.format.includes('%') || String(cell.value).includes('%'));
    });
    return percent ? 'attainment' : 'revenue';
  }

  private needsQuota(scope: Scope): boolean {
    const said = this.said('overrideNeedsQuota', scope);
    if (typeof said?.value === 'boolean') return said.value;
    const override = this.said('override', scope);
    const { label } = texts(this.locale).templates['commission-plan'].terms.overrideNeedsQuota;
    if (override) {
      const details = { header: label[0], role: scope.role };
      this.problems.push(ruleProblem('plan-term-missing', override.sheet, override.at, details));
    }
    return false;
  }

  private probation(scope: Scope): RoleTerms['probation'] {
    const months = this.number('probationMonths', scope);
    if (months === null) return null;
    return {
      months,
      base: this.number('probationBase', scope),
      missedBase: this.number('probationMissedBase', scope),
      targets: this.cells.scoped(targetsTable, scope).flatMap((row) => {
        const [fromMonth, toMonth, amount] = ['fromMonth', 'toMonth', 'target'].map((id) =>
          numberOf(row, id),
        );
        return typeof fromMonth === 'number' && typeof toMonth === 'number' && typeof amount === 'number'
          ? [{ fromMonth, toMonth, amount }]
          : [];
      }),
      counting: this.choice('probationCounting', scope),
      commission: this.choice('probationCommission', scope),
    };
  }

  private spiff(row: RuleRow): Spiff[] {
    const [product, per, value] = [text(row.values['product']), row.values['per'], numberOf(row, 'extra')];
    if (product === '' || value === null) return [];
    if (per !== 'sale' && per !== 'unit' && per !== 'rate') return [];
    const [from, to] = [numberOf(row, 'validFrom'), numberOf(row, 'validTo')];
    return [{ product, per, value, from, to, row: row.row + 1 }];
  }

  private exceptions(): PersonException[] {
    return this.cells.rows(exceptionsTable).flatMap((row): PersonException[] => {
      const [person, term] = [text(row.values['person']), row.values['item']];
      const cell = row.cells['amount'];
      if (person === '' || typeof term !== 'string' || !cell) return [];
      const common = {
        person,
        from: numberOf(row, 'validFrom'),
        to: numberOf(row, 'validTo'),
        row: row.row + 1,
      };
      if (term === 'role') return [{ ...common, term, role: text(row.values['amount']) }];
      const amount = this.exceptionAmount(row, term);
      return amount === null ? [] : [{ ...common, term: term as 'base', amount }];
    });
  }

  private exceptionAmount(row: RuleRow, term: string): number | null {
    const cell = row.cells['amount'];
    if (!cell || isDateFormat(cell.format)) return null;
    const parsed =
      typeof cell.value === 'number'
        ? { value: cell.value, percent: /%/.test(cell.format) }
        : parseNumber(text(row.values['amount']));
    const isRate = term === 'rate' || term === 'added-rate';
    const at = this.cells.position(exceptionsTable, row, 'amount');
    const details = { header: cell.header, text: String(cell.value), kind: isRate ? 'percent' : 'money' };
    if (parsed && isRate && !parsed.percent && Math.abs(parsed.value) >= 1) {
      if (at) this.problems.push(ruleProblem('rule-percent-unclear', row.sheet, at, details));
      return null;
    }
    if (!parsed && at) this.problems.push(ruleProblem('rule-cell-unreadable', row.sheet, at, details));
    return parsed?.value ?? null;
  }

  private said(id: TermId, scope: Scope): SaidTerm | null {
    return this.cells.term(id, scope);
  }

  private number(id: TermId, scope: Scope): number | null {
    const value = this.said(id, scope)?.value;
    return typeof value === 'number' ? value : null;
  }

  private choiceText(id: TermId, scope: Scope): string | null {
    const value = this.said(id, scope)?.value;
    return typeof value === 'string' ? value : null;
  }

  /** The choices of a term are those of its choice: readCell takes no other. */
  private choice<Id extends ChoiceId & TermId>(id: Id, scope: Scope): Choice<Id> | null {
    return this.choiceText(id, scope) as Choice<Id> | null;
  }

  /** A row that names a version which is not listed has no effect: it is said. */
  private checkVersions(versions: readonly PlanVersion[]): void {
    const known = new Set(versions.map(({ name }) => nameKey(name)));
    const tables: readonly RuleDefinition[] = [
      tiersTable,
      termsTable,
      acceleratorsTable,
      targetsTable,
      streaksTable,
      spiffsTable,
    ];
    for (const table of tables) {
      for (const row of this.cells.rows(table)) {
        const { version } = scopeOf(row);
        const at = this.cells.position(table, row, 'version');
        if (version === '' || known.has(nameKey(version)) || !at) continue;
        const details = { text: version, known: versions.map(({ name }) => name).join(', ') };
        this.problems.push(ruleProblem('plan-version-unknown', row.sheet, at, details));
      }
    }
  }
}

function numberOf(row: RuleRow, id: string): number | null {
  const value = row.values[id];
  return typeof value === 'number' ? value : null;
}
