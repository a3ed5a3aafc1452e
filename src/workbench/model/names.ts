import { ModelError, type NamedItemModel, type SheetModel } from './types';

const VALID_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const LIKE_A_CELL = /^(\$?[a-z]{1,3}\$?\d{1,7}|r\d*c\d*|r|c)$/i;

/** Excel's rule for names of ranges and tables; throws InvalidArgument. */
export function checkName(name: string): void {
  if (name.length > 255 || !VALID_NAME.test(name) || LIKE_A_CELL.test(name)) {
    throw new ModelError(
      'InvalidArgument',
      `"${name}" cannot be a name: begin with a letter or _, use no blanks, and do not look like a cell (A1).`,
    );
  }
}

/** Excel's rule for sheet names; throws InvalidArgument. */
export function checkSheetName(name: string): void {
  if (name === '' || name.length > 31) {
    throw new ModelError(
      'InvalidArgument',
      `A sheet's name has 1 to 31 characters; "${name}" has ${name.length}.`,
    );
  }
  if (/[:\\/?*[\]]/.test(name)) {
    throw new ModelError('InvalidArgument', `A sheet's name holds none of : \\ / ? * [ ]: "${name}".`);
  }
  if (name.startsWith("'") || name.endsWith("'")) {
    throw new ModelError(
      'InvalidArgument',
      `A sheet's name neither begins nor ends with an apostrophe: "${name}".`,
    );
  }
  if (name.toLowerCase() === 'history') {
    throw new ModelError('InvalidArgument', '"History" is a name that Excel keeps for itself.');
  }
}

/** A defined name; what it means may be set at any time. */
export class NamedItem implements NamedItemModel {
  comment?: string;
  private held: { name: string; formula: string; visible: boolean };

  constructor(
    name: string,
    formula: string,
    readonly scope: SheetModel | null,
    private readonly changed: () => void,
  ) {
    this.held = { name, formula, visible: true };
  }

  get name(): string {
    return this.held.name;
  }

  set name(name: string) {
    checkName(name);
    this.held.name = name;
    this.changed();
  }

  get formula(): string {
    return this.held.formula;
  }

  set formula(formula: string) {
    this.held.formula = formula.startsWith('=') ? formula.slice(1) : formula;
    this.changed();
  }

  get visible(): boolean {
    return this.held.visible;
  }

  set visible(visible: boolean) {
    this.held.visible = visible;
    this.changed();
  }
}
