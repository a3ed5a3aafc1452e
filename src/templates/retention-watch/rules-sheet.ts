import type { SheetPlan } from '../../plan/types';
import { ruleSheet } from '../rule-sheet';
import { settingsTable } from '../rules';
import { ruleCells, type WatchContext } from './context';
import { watchSettings } from './rules';

export function rulesSheet(context: WatchContext): SheetPlan {
  const { t, locale, digest, sheets, tables } = context;
  const sheet = ruleSheet('rules-retention', sheets.rules, { ...t.rules, footer: t.footer }, [
    {
      ...t.rules.settings,
      plan: (at) =>
        settingsTable(watchSettings, digest.rules.settings, { name: tables.settings, at, locale }),
    },
  ]);
  return { ...sheet, blocks: [...sheet.blocks, ...ruleCells(context)] };
}
