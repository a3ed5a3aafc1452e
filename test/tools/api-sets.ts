/** Finds which Office.js requirement sets the add-in's code needs, from the notes in @types/office-js. */
import path from 'node:path';
import ts from 'typescript';

const SET_NOTE = /\[\s*Api set:\s*(ExcelApi)\s+(\d+\.\d+)/;

/** A use inside a branch that asked `supports('1.x')` is guarded: it adds nothing to what is required. */
function isGuarded(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    const condition = ts.isIfStatement(at)
      ? at.expression
      : ts.isConditionalExpression(at)
        ? at.condition
        : undefined;
    if (condition && condition !== node && /supports\('[\d.]+'\)/.test(condition.getText())) return true;
  }
  return false;
}

function newer(a: string, b: string): string {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA > majorB || (majorA === majorB && minorA >= minorB) ? a : b;
}

function setNote(symbol: ts.Symbol): RegExpExecArray | null {
  for (const declaration of symbol.declarations ?? []) {
    if (!declaration.getSourceFile().fileName.includes('office-js')) continue;
    const note = SET_NOTE.exec(
      ts
        .getJSDocCommentsAndTags(declaration)
        .map((comment) => comment.getText())
        .join('\n'),
    );
    if (note) return note;
  }
  return null;
}

export function requiredApiSets(source: string): Record<string, string> {
  const files = ts.sys
    .readDirectory(source, ['.ts', '.tsx'])
    .filter(
      (file) =>
        !path.relative(source, file).startsWith('workbench') &&
        !path.relative(source, file).startsWith('cli'),
    );
  const program = ts.createProgram(files, {
    strict: true,
    jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    types: ['office-js', 'custom-functions-runtime'],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const needed: Record<string, string> = {};
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      const note = symbol && setNote(symbol);
      const [, set, version] = note ?? [];
      if (set && version && !isGuarded(node)) needed[set] = newer(version, needed[set] ?? '0.0');
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && files.includes(file.fileName)) visit(file);
  }
  return needed;
}
