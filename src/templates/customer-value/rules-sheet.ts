import type { SheetPlan } from '../../plan/types';
import { ruleSheet } from '../rule-sheet';
import { ruleTable, settingsTable } from '../rules';
import type { ValueContext } from './context';
import { parameterBlocks } from './parameters';
import { rfmLimits, valueBands, valueSettings } from './rules';

/** 分级规则: every cut-off that customers are told apart by, to be read and changed. */
export function rulesSheet(context: ValueContext): SheetPlan {
  const { t, locale, digest, sheets, tables } = context;
  const { settings, rfm, bands } = digest.rules;
  const sheet = ruleSheet('rules-customer-value', sheets.rules, { ...t.rules, footer: t.footer }, [
    {
      ...t.rules.settings,
      plan: (at) => settingsTable(valueSettings, settings, { name: tables.settings, at, locale }),
    },
    { ...t.rules.rfm, plan: (at) => ruleTable(rfmLimits, rfm, { name: tables.rfm, at, locale }) },
    { ...t.rules.bands, plan: (at) => ruleTable(valueBands, bands, { name: tables.bands, at, locale }) },
  ]);
  return { ...sheet, blocks: [...sheet.blocks, ...parameterBlocks(context)] };
}
