/** Office themes by what they do to the task pane's surroundings. */
export type ThemeName = 'light' | 'dark' | 'highContrast';

interface ThemeColors {
  readonly primaryFontColor: string;
  readonly primaryBackgroundColor: string;
  readonly secondaryFontColor: string;
  readonly secondaryBackgroundColor: string;
}

const themes: Readonly<Record<ThemeName, ThemeColors>> = {
  light: {
    primaryFontColor: '#444444',
    primaryBackgroundColor: '#ffffff',
    secondaryFontColor: '#444444',
    secondaryBackgroundColor: '#f3f3f3',
  },
  dark: {
    primaryFontColor: '#ffffff',
    primaryBackgroundColor: '#212121',
    secondaryFontColor: '#ffffff',
    secondaryBackgroundColor: '#0a0a0a',
  },
  highContrast: {
    primaryFontColor: '#ffffff',
    primaryBackgroundColor: '#000000',
    secondaryFontColor: '#ffffff',
    secondaryBackgroundColor: '#000000',
  },
};

/** Office.context.officeTheme as Excel for Windows hands it over: each colour a number, under both of its names. */
export function themeInfo(name: ThemeName): string {
  const colors = themes[name];
  const info = {
    ...colors,
    bodyForegroundColor: colors.primaryFontColor,
    bodyBackgroundColor: colors.primaryBackgroundColor,
    controlForegroundColor: colors.secondaryFontColor,
    controlBackgroundColor: colors.secondaryBackgroundColor,
  };
  return JSON.stringify(info, (_key, value: unknown) =>
    typeof value === 'string' ? Number.parseInt(value.slice(1), 16) : value,
  );
}

/**
 * What Office.context.requirements.isSetSupported says yes to. A set is named when what add-ins of this kind use of it is
 * there; a member that is not fails by its name.
 */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: '1.14',
  RichApiRuntime: '1.2',
  SharedRuntime: '1.2',
  CustomFunctions: '1.7',
  CustomFunctionsRuntime: '1.3',
  AddInCommands: '1.1',
  Settings: '1.1',
  DelayForCellEdit: '1.1',
};
