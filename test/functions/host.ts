/**
 * What Excel's runtime gives the functions: CustomFunctions.Error as office.js defines it (an Error with the code that
 * the cell shows), and the display language.
 */
const ErrorCode = { invalidValue: '#VALUE!', notAvailable: '#N/A' } as const;

export class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? '');
  }
}

export function installHost(displayLanguage: string): void {
  Object.assign(globalThis, {
    CustomFunctions: { Error: HostError, ErrorCode },
    Office: { context: { displayLanguage } },
  });
}

/** The error that a call ends in: its code in the cell and its sentence. */
export function errorOf(call: () => unknown): { code: string; message: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof HostError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('The call gave no error');
}
