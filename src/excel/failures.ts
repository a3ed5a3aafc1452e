import { DaybookError } from '../domain/errors';
import { excelError, type ExcelErrorCode } from './errors';

/** Office.js reports by these codes; several of them mean one thing to a person. */
const meanings: Readonly<Record<string, ExcelErrorCode>> = {
  AccessDenied: 'excel-access-denied',
  InvalidOperationInCellEditMode: 'excel-cell-editing',
  ItemNotFound: 'excel-item-gone',
  InvalidBinding: 'excel-item-gone',
  InvalidObjectPath: 'excel-item-gone',
  InvalidReference: 'excel-item-gone',
  ItemAlreadyExists: 'excel-name-taken',
  RequestPayloadSizeLimitExceeded: 'excel-too-large',
  ResponsePayloadSizeLimitExceeded: 'excel-too-large',
  OperationCellsExceedLimit: 'excel-too-large',
  RangeExceedsLimit: 'excel-too-large',
  InvalidRequestContext: 'excel-session-lost',
  ConnectionFailure: 'excel-session-lost',
  RequestAborted: 'excel-session-lost',
  InactiveWorkbook: 'excel-session-lost',
  HostRestartNeeded: 'excel-session-lost',
  ApiNotFound: 'excel-api-missing',
  ApiNotAvailable: 'excel-api-missing',
  NotImplemented: 'excel-api-missing',
  UnsupportedFeature: 'excel-api-missing',
  UnsupportedOperation: 'excel-api-missing',
  UnsupportedSheet: 'excel-api-missing',
  InvalidArgument: 'excel-invalid',
};

/** The DaybookError for anything that a call of Excel threw; an error of our own passes as it is. */
export function fromExcel(error: unknown): DaybookError {
  if (error instanceof DaybookError) return error;
  if (!(error instanceof OfficeExtension.Error)) throw error;
  const code = meanings[error.code];
  const message = error.message;
  return code ? excelError(code, { message }) : excelError('excel-failed', { code: error.code, message });
}

/** True where Excel lacks an API member, as against a failure of one that it has. */
export function isMissingApi(error: unknown): boolean {
  return error instanceof DaybookError && error.code === ('excel-api-missing' satisfies ExcelErrorCode);
}
