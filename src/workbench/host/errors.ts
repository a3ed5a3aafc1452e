import { ModelError } from '../model/types';

/** Excel's sentences for the codes that this host answers with. */
const messages = {
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: 'The resource being created already exists.',
  AccessDenied: 'You cannot perform the requested operation.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  GeneralException: 'There was an internal error while processing the request.',
  ApiNotFound:
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  NotImplemented: "The requested feature isn't implemented.",
  UnsupportedOperation: 'The operation being attempted is not supported.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  InvalidObjectPath: 'The object path is no longer valid.',
  InvalidRequest: 'Cannot process the request.',
} as const;

export type ApiErrorCode = keyof typeof messages;

const httpStatus: Partial<Record<ApiErrorCode, number>> = {
  AccessDenied: 403,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 504,
};

/** An error as an add-in meets it: `code` becomes OfficeExtension.Error.code. */
export class ApiError extends Error {
  readonly httpStatus: number;

  constructor(
    readonly code: ApiErrorCode,
    message: string = messages[code],
  ) {
    super(message);
    this.name = 'ApiError';
    this.httpStatus = httpStatus[code] ?? 400;
  }
}

/** What an add-in sees of anything thrown below: the model's codes keep their meaning, everything else is a fault here. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof ModelError) return new ApiError(thrown.code, thrown.message || messages[thrown.code]);
  const detail = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown);
  return new ApiError('GeneralException', `${messages.GeneralException} ${detail}`);
}
