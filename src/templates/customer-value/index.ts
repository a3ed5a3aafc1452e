import { classifyAbc } from '../../domain/customers/abc';
import { isoDate } from '../../domain/dates';
import { formatCents, type Cents } from '../../domain/money';
import type { SheetPlan } from '../../plan/types';
import { columnName } from '../columns';
import { digestTemplate } from '../digest-template';
import { remarksOf } from '../remarks';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation } from '../types';
import type { ValueContext } from './context';
import { customersSheet } from './customers-sheet';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { fileSheet } from './file-sheet';
import { parameters } from './parameters';
import { reportSheet } from './report';
import { settingOf } from './rules';
import { rulesSheet } from './rules-sheet';
import { valueTexts } from './texts';

/** Groups that the report lists; the others are one line. */
const MOST_GROUPS = 8;

export const customerValue = digestTemplate(entry, {
  digestOf,
  sheetsOf,
  rowsUsed: ({ entries }) => entries.customers.length,
  highlightsOf,
  plan,
});

function namesOf({ locale, names }: BuildRequest): Pick<ValueContext, 'sheets' | 'tables'> {
  const t = valueTexts(locale);
  return {
    sheets: {
      report: names.sheet('report', t.reportSheet),
      customers: names.sheet('customers', t.customersSheet),
      file: names.sheet('file', t.fileSheet),
      rules: names.sheet('rules-customer-value', t.rulesSheet),
    },
    tables: {
      customers: names.table('customers', t.tables.customers),
      settings: names.table('value-settings', t.tables.settings),
      rfm: names.table('rfm-limits', t.tables.rfm),
      bands: names.table('value-bands', t.tables.bands),
    },
  };
}

function sheetsOf(request: BuildRequest): Preparation['sheets'] {
  const t = valueTexts(request.locale);
  const { sheets } = namesOf(request);
  return [
    { name: sheets.report, about: t.reportAbout },
    { name: sheets.customers, about: t.customersAbout },
    { name: sheets.file, about: t.fileAbout },
    { name: sheets.rules, about: t.rulesAbout },
  ];
}

function highlightsOf({ locale }: BuildRequest, digest: Digest): Preparation['highlights'] {
  const t = valueTexts(locale);
  const { columns } = digest.entries;
  const cents = digest.rows.map((row) => row.cents);
  const a = settingOf(digest.rules, 'cut-a');
  const b = Math.max(a, settingOf(digest.rules, 'cut-b'));
  const usable = a > 0 && b <= 1;
  const classes = usable ? classifyAbc(cents, { a, b }).classes : [];
  const first = columns.months[0];
  return [
    { label: t.highlights.customer, value: columns.customer ? columnName(columns.customer) : '' },
    {
      label: t.highlights.amount,
      value:
        columns.amount && !first
          ? columnName(columns.amount)
          : t.highlights.months({ n: columns.months.length }),
    },
    { label: t.highlights.asOf, value: isoDate(digest.asOf) },
    { label: t.highlights.customers, value: String(digest.rows.length) },
    { label: t.highlights.total, value: moneyText(digest.totalCents) },
    { label: t.highlights.a, value: String(classes.filter((each) => each === 'A').length) },
  ];
}

function moneyText(cents: Cents): string {
  return formatCents(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function plan(request: BuildRequest, digest: Digest): SheetPlan[] {
  const { locale } = request;
  const context: ValueContext = { t: valueTexts(locale), locale, digest, ...namesOf(request) };
  const references = parameters(context);
  const customers = customersSheet(context, references);
  const table = customers.tables[0];
  const place = table?.columns.findIndex(({ id }) => id === 'customer') ?? 0;
  const list = {
    row: (table?.at.row ?? 0) + 1,
    column: place,
    rows: digest.rows.length,
    columns: 1,
  };
  const source = sourceOf(request).sheet;
  const notes = {
    source,
    used: digest.entries.customers.length,
    left: digest.findings.filter(({ code }) => code.startsWith('row-without-')).length,
    remarks: remarksOf(
      digest.findings.filter(({ code }) => !code.startsWith('row-without-')),
      source,
      locale,
    ),
  };
  return [
    reportSheet(context, references, groupsOf(digest), notes),
    customers,
    fileSheet(context, list),
    rulesSheet(context),
  ];
}

/** The groups with the largest amounts. */
function groupsOf({ rows }: Digest): string[] {
  const amounts = new Map<string, { name: string; cents: Cents }>();
  for (const { group, cents } of rows) {
    if (group === null) continue;
    const key = group.toLowerCase();
    const known = amounts.get(key);
    amounts.set(key, { name: known?.name ?? group, cents: (known?.cents ?? 0) + cents });
  }
  const sorted = [...amounts.values()].sort((a, b) => b.cents - a.cents);
  return sorted.slice(0, MOST_GROUPS).map(({ name }) => name);
}
