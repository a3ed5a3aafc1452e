import type { Surroundings } from './types';

/** Brightness from 0 to 1 of a colour like '#1F1F1F', as eyes weigh red, green and blue. */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (/^#?(..)(..)(..)/.exec(colour)?.slice(1) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Pure black is the background of contrast themes only; Office's own black theme is a dark grey. */
const CONTRAST_BACKGROUND = '#000000';

/** The system's contrast mode; null where the page is not in a browser. */
function contrastMode(): MediaQueryList | null {
  return typeof matchMedia === 'function' ? matchMedia('(forced-colors: active)') : null;
}

/** The host's theme and language at this moment. */
export function surroundings(): Surroundings {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = theme?.bodyBackgroundColor ?? null;
  return {
    language: Office.context.displayLanguage,
    dark: background !== null && brightness(background) < 0.5,
    highContrast: contrastMode()?.matches === true || background?.toLowerCase() === CONTRAST_BACKGROUND,
    background,
    foreground: theme?.bodyForegroundColor ?? null,
  };
}

/** Calls back when the host's theme or the system's contrast changes; returns how to stop. */
export function watchSurroundings(onChange: (now: Surroundings) => void): () => void {
  const contrast = contrastMode();
  const tell = (): void => onChange(surroundings());
  contrast?.addEventListener('change', tell);
  const { document } = Office.context;
  const supported = Office.EventType.OfficeThemeChanged !== undefined;
  if (supported) document.addHandlerAsync(Office.EventType.OfficeThemeChanged, tell);
  return () => {
    contrast?.removeEventListener('change', tell);
    if (supported) document.removeHandlerAsync(Office.EventType.OfficeThemeChanged, { handler: tell });
  };
}
