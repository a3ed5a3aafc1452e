import { useMemo, useState } from 'react';
import type { BuildInfo } from '../../excel';
import type { TableReading } from '../../reading/types';
import { companionsAgain, initialCompanions, type Companions } from '../../templates/sources';
import type { TemplateEntry } from '../../templates/types';
import { findTable, keyOf, type Book, type TableKey } from '../state';

export interface ChosenCompanions {
  readonly companions: Companions;
  /** Sheets that the earlier build took and that are not there any more. */
  readonly gone: readonly string[];
  readonly choose: (companion: string, tables: readonly TableReading[]) => void;
}

/** The tables that go with the source: as the person chose, as in the build that is refreshed, or as the template begins. */
export function useCompanions(
  template: TemplateEntry,
  { reading }: Book,
  source: TableReading | null,
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
    const tablesAt = (keys: readonly TableKey[]): TableReading[] =>
      keys
        .map((key) => findTable(reading, key))
        .filter((table) => table !== undefined && table !== source) as TableReading[];
    const own = Object.entries(chosen).map(([id, keys]) => [id, tablesAt(keys)]);
    return { ...given.companions, ...(Object.fromEntries(own) as Companions) };
  }, [chosen, given, reading, source]);
  return {
    companions,
    gone: given.gone,
    choose: (companion, tables) =>
      setChosen({ ...chosen, [companion]: tables.map((table) => keyOf(reading, table)) }),
  };
}
