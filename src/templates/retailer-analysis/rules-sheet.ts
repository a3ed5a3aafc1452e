import type { SheetPlan } from '../../plan/types';
import { ruleSheet } from '../rule-sheet';
import { ruleTable, settingsTable } from '../rules';
import type { RetailContext } from './context';
import { keyProducts, priceTiers, retailGrades, retailLimits, retailSettings } from './rules';

export function rulesSheet(context: RetailContext): SheetPlan {
  const { t, locale, digest, sheets, tables, ruleBlocks } = context;
  const { settings, limits, grades, tiers, products } = digest.rules;
  const sheet = ruleSheet('rules-retail', sheets.rules, { ...t.rules, footer: t.footer }, [
    {
      ...t.rules.settings,
      plan: (at) => settingsTable(retailSettings, settings, { name: tables.settings, at, locale }),
    },
    {
      ...t.rules.limits,
      plan: (at) => settingsTable(retailLimits, limits, { name: tables.limits, at, locale }),
    },
    {
      ...t.rules.grades,
      plan: (at) => ruleTable(retailGrades, grades, { name: tables.grades, at, locale }),
    },
    {
      ...t.rules.tiers,
      plan: (at) => ruleTable(priceTiers, tiers, { name: tables.tiers, at, locale }),
    },
    {
      ...t.rules.products,
      plan: (at) => ruleTable(keyProducts, products, { name: tables.products, at, locale }),
    },
  ]);
  return { ...sheet, blocks: [...sheet.blocks, ...ruleBlocks] };
}
