/**
 * Code for calls. Models Python/compile.c `compiler_call`, `maybe_optimize_method_call`, `compiler_call_helper`,
 * `compiler_subkwargs`.
 */
import type { CallNode, Expr, Keyword } from './ast.ts';
import type { Compiler } from './compileContext.ts';
import { display, STACK_USE_GUIDELINE, startAtAttribute, visit, visitAll } from './compileExpressions.ts';
import { addName, forbidDebug } from './compileNames.ts';
import { strConstant } from './constants.ts';
import { op } from './opcode.ts';

export function call(c: Compiler, node: CallNode): void {
  checkKeywords(c, node.keywords);
  if (methodCall(c, node)) return;
  const u = c.unit;
  u.place(node.func);
  u.add(op.PUSH_NULL);
  u.place(node);
  visit(c, node.func);
  callArguments(c, 0, node.args, node.keywords);
}

function checkKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const { arg, from } of keywords) {
    if (arg === null) continue;
    forbidDebug(c.unit, arg, 'store');
    if (seen.has(arg)) throw c.source.compilerError(from, `keyword argument repeated: ${arg}`);
    seen.add(arg);
  }
}

/** `object.method(...)` without a bound method, where nothing forbids it. */
function methodCall(c: Compiler, node: CallNode): boolean {
  const { func, args, keywords } = node;
  if (func.kind !== 'Attribute') return false;
  if (func.value.kind === 'Name' && c.isImported(func.value.id)) return false;
  const count = args.length + keywords.length;
  if (count + Number(keywords.length > 0) >= STACK_USE_GUIDELINE) return false;
  if (args.some((argument) => argument.kind === 'Starred')) return false;
  if (keywords.some((keyword) => keyword.arg === null)) return false;
  const u = c.unit;
  visit(c, func.value);
  u.place(func);
  startAtAttribute(c, func);
  addName(u, op.LOAD_METHOD, func.attr);
  visitAll(c, args);
  keywordValues(c, keywords);
  u.place(node);
  startAtAttribute(c, func);
  u.add(op.PRECALL, count);
  u.add(op.CALL, count);
  return true;
}

function keywordValues(c: Compiler, keywords: readonly Keyword[]): void {
  if (keywords.length === 0) return;
  for (const keyword of keywords) visit(c, keyword.value);
  const items = keywords.map((keyword) => strConstant(keyword.arg ?? ''));
  c.unit.add(op.KW_NAMES, c.unit.constIndex({ kind: 'tuple', items }));
}

/** `pushed` arguments are on the stack already (the body and name of a class). */
export function callArguments(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  checkKeywords(c, keywords);
  const u = c.unit;
  const simple =
    args.length + keywords.length * 2 <= STACK_USE_GUIDELINE &&
    !args.some((argument) => argument.kind === 'Starred') &&
    !keywords.some((keyword) => keyword.arg === null);
  if (simple) {
    visitAll(c, args);
    keywordValues(c, keywords);
    const count = pushed + args.length + keywords.length;
    u.add(op.PRECALL, count);
    u.add(op.CALL, count);
    return;
  }
  const first = args[0];
  if (pushed === 0 && args.length === 1 && first?.kind === 'Starred') visit(c, first.value);
  else display(c, args, pushed, op.BUILD_LIST, op.LIST_APPEND, op.LIST_EXTEND, true);
  if (keywords.length > 0) keywordMapping(c, keywords);
  u.add(op.CALL_FUNCTION_EX, Number(keywords.length > 0));
}

function keywordMapping(c: Compiler, keywords: readonly Keyword[]): void {
  const u = c.unit;
  let built = false;
  let waiting: Keyword[] = [];
  const finish = (): void => {
    if (waiting.length === 0) return;
    someKeywords(c, waiting);
    if (built) u.add(op.DICT_MERGE, 1);
    built = true;
    waiting = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      waiting.push(keyword);
      continue;
    }
    finish();
    if (!built) u.add(op.BUILD_MAP, 0);
    built = true;
    visit(c, keyword.value);
    u.add(op.DICT_MERGE, 1);
  }
  finish();
}

function someKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  const u = c.unit;
  const big = keywords.length * 2 > STACK_USE_GUIDELINE;
  const names = keywords.map((keyword) => strConstant(keyword.arg ?? ''));
  if (keywords.length > 1 && !big) {
    for (const keyword of keywords) visit(c, keyword.value);
    u.loadConst({ kind: 'tuple', items: names });
    u.add(op.BUILD_CONST_KEY_MAP, keywords.length);
    return;
  }
  if (big) u.addWithoutLine(op.BUILD_MAP, 0);
  keywords.forEach((keyword, index) => {
    const name = names[index];
    if (name !== undefined) u.loadConst(name);
    visit(c, keyword.value);
    if (big) u.addWithoutLine(op.MAP_ADD, 1);
  });
  if (!big) u.add(op.BUILD_MAP, keywords.length);
}
