import { useMemo, useState } from 'react';
import type { BuildInfo } from '../../excel';
import { findTable, keyOf, type TableKey } from '../../reading/outline';
import type { TableOutline } from '../../reading/types';
import { companionsAgain, initialCompanions, type Companions } from '../../templates/sources';
import type { TemplateEntry } from '../../templates/types';
import type { Book } from '../state';

export interface ChosenCompanions {
  readonly companions: Companions<TableOutline>;
  /** Sheets that the earlier build took and that are not there any more. */
  readonly gone: readonly string[];
  readonly choose: (companion: string, tables: readonly TableOutline[]) => void;
}

/** The tables that go with the source: as the person chose, as in the build that is refreshed, or as the template begins. */
export function useCompanions(
  template: TemplateEntry,
  { reading }: Book,
  source: TableOutline | null,
  build: BuildInfo | undefined,
): ChosenCompanions {
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly TableKey[]>>>({});
  const given = useMemo(
    () =>
      build
        ? companionsAgain(template, reading, source, build.companions)
        : { companions: initialCompanions(template, reading, source), gone: [] },
    [template, reading, source, build],
  );
  const companions = useMemo(() => {
    const tablesAt = (keys: readonly TableKey[]): TableOutline[] =>
      keys
        .map((key) => findTable(reading, key))
        .filter((table) => table !== undefined && table !== source) as TableOutline[];
    const own = Object.entries(chosen).map(([id, keys]) => [id, tablesAt(keys)]);
    return { ...given.companions, ...(Object.fromEntries(own) as Companions<TableOutline>) };
  }, [chosen, given, reading, source]);
  return {
    companions,
    gone: given.gone,
    choose: (companion, tables) =>
      setChosen({ ...chosen, [companion]: tables.map((table) => keyOf(reading, table)) }),
  };
}
