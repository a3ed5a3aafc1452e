/** Excel for an add-in's page: the native side that office.js talks to, over the workbench's own workbook. */
import type { WorkbookModel } from '../model/types';
import { type AddinWindow, Host, type HostOptions } from './host';

export type { ThemeName } from './appearance';
export type { ApiErrorCode } from './errors';
export type { FunctionCalls, FunctionMetadata } from './functions';
export type { AddinWindow, Host, HostOptions } from './host';
export type { Fault, RequestRecord } from './transport';

/** Makes `window` a page inside Excel. Call it before office.js loads there. */
export function attachHost(window: AddinWindow, workbook: WorkbookModel, options: HostOptions = {}): Host {
  return new Host(window, workbook, options);
}
