/**
 * The syntax tree, node for node that of CPython 3.11 (Parser/Python.asdl), without what the classroom refuses.
 *
 * `from` and `to` are offsets in the source (UTF-16 units); NOWHERE marks a node that folding made without a
 * place in the source. The tree is rewritten in place by constant folding (fold.ts).
 */
import type { Constant } from '../objects/code.ts';

export const NOWHERE = -1;

export type Place = { readonly from: number; readonly to: number };
export type Context = 'load' | 'store' | 'del';

export type UnaryOperator = 'not' | '-' | '+' | '~';
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '@' | '**' | '<<' | '>>' | '|' | '^' | '&';
export type CompareOperator = '<' | '<=' | '==' | '!=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

export type NameNode = Place & { kind: 'Name'; id: string; ctx: Context };
export type ConstantNode = Place & { kind: 'Constant'; value: Constant };
export type AttributeNode = Place & { kind: 'Attribute'; value: Expr; attr: string; ctx: Context };
export type SubscriptNode = Place & { kind: 'Subscript'; value: Expr; slice: Expr; ctx: Context };
export type StarredNode = Place & { kind: 'Starred'; value: Expr; ctx: Context };
export type SequenceNode = Place & { kind: 'List' | 'Tuple'; elts: Expr[]; ctx: Context };
export type SetNode = Place & { kind: 'Set'; elts: Expr[] };
/** A key of null is a `**mapping`. */
export type DictNode = Place & { kind: 'Dict'; keys: (Expr | null)[]; values: Expr[] };
export type BoolOpNode = Place & { kind: 'BoolOp'; op: 'and' | 'or'; values: Expr[] };
export type BinOpNode = Place & { kind: 'BinOp'; left: Expr; op: BinaryOperator; right: Expr };
export type UnaryOpNode = Place & { kind: 'UnaryOp'; op: UnaryOperator; operand: Expr };
export type CompareNode = Place & {
  kind: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
};
export type LambdaNode = Place & { kind: 'Lambda'; args: Arguments; body: Expr };
export type IfExpNode = Place & { kind: 'IfExp'; test: Expr; body: Expr; orelse: Expr };
export type NamedExprNode = Place & { kind: 'NamedExpr'; target: NameNode; value: Expr };
export type ComprehensionKind = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp';
/** `value` is there in a DictComp only; `elt` is its key then. */
export type ComprehensionNode = Place & {
  kind: ComprehensionKind;
  elt: Expr;
  value: Expr | null;
  generators: Comprehension[];
};
export type YieldNode = Place & { kind: 'Yield'; value: Expr | null };
export type YieldFromNode = Place & { kind: 'YieldFrom'; value: Expr };
export type CallNode = Place & { kind: 'Call'; func: Expr; args: Expr[]; keywords: Keyword[] };
export type JoinedStrNode = Place & { kind: 'JoinedStr'; values: Expr[] };
/** `conversion` is one of the letters s, r, a or '' for none. */
export type FormattedValueNode = Place & {
  kind: 'FormattedValue';
  value: Expr;
  conversion: string;
  spec: Expr | null;
};
export type SliceNode = Place & { kind: 'Slice'; lower: Expr | null; upper: Expr | null; step: Expr | null };

export type Expr =
  | NameNode
  | ConstantNode
  | AttributeNode
  | SubscriptNode
  | StarredNode
  | SequenceNode
  | SetNode
  | DictNode
  | BoolOpNode
  | BinOpNode
  | UnaryOpNode
  | CompareNode
  | LambdaNode
  | IfExpNode
  | NamedExprNode
  | ComprehensionNode
  | YieldNode
  | YieldFromNode
  | CallNode
  | JoinedStrNode
  | FormattedValueNode
  | SliceNode;

export type Comprehension = { target: Expr; iter: Expr; ifs: Expr[] };
/** An `arg` of null is a `**mapping`. */
export type Keyword = Place & { arg: string | null; value: Expr };

export type Parameter = Place & { name: string; annotation: Expr | null };
export type Arguments = {
  posonly: Parameter[];
  args: Parameter[];
  vararg: Parameter | null;
  kwonly: Parameter[];
  /** One per keyword-only parameter; null where it has no default. */
  kwDefaults: (Expr | null)[];
  kwarg: Parameter | null;
  defaults: Expr[];
};

export type FunctionDefNode = Place & {
  kind: 'FunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorators: Expr[];
  returns: Expr | null;
};
export type ClassDefNode = Place & {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorators: Expr[];
};
export type ReturnNode = Place & { kind: 'Return'; value: Expr | null };
export type DeleteNode = Place & { kind: 'Delete'; targets: Expr[] };
export type AssignNode = Place & { kind: 'Assign'; targets: Expr[]; value: Expr };
export type AugAssignNode = Place & { kind: 'AugAssign'; target: Expr; op: BinaryOperator; value: Expr };
/** `simple`: the target is a bare name without parentheses. */
export type AnnAssignNode = Place & {
  kind: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  simple: boolean;
};
export type ForNode = Place & { kind: 'For'; target: Expr; iter: Expr; body: Stmt[]; orelse: Stmt[] };
export type WhileNode = Place & { kind: 'While'; test: Expr; body: Stmt[]; orelse: Stmt[] };
export type IfNode = Place & { kind: 'If'; test: Expr; body: Stmt[]; orelse: Stmt[] };
export type WithItem = { context: Expr; target: Expr | null };
export type WithNode = Place & { kind: 'With'; items: WithItem[]; body: Stmt[] };
export type RaiseNode = Place & { kind: 'Raise'; exc: Expr | null; cause: Expr | null };
export type Handler = Place & { type: Expr | null; name: string | null; body: Stmt[] };
export type TryNode = Place & {
  kind: 'Try';
  body: Stmt[];
  handlers: Handler[];
  orelse: Stmt[];
  finalbody: Stmt[];
};
export type AssertNode = Place & { kind: 'Assert'; test: Expr; msg: Expr | null };
export type Alias = { name: string; asname: string | null };
export type ImportNode = Place & { kind: 'Import'; names: Alias[] };
/** `module` is '' for `from . import x`. */
export type ImportFromNode = Place & { kind: 'ImportFrom'; module: string; names: Alias[]; level: number };
export type ScopeNode = Place & { kind: 'Global' | 'Nonlocal'; names: string[] };
export type ExprNode = Place & { kind: 'Expr'; value: Expr };
export type SimpleNode = Place & { kind: 'Pass' | 'Break' | 'Continue' };

export type Stmt =
  | FunctionDefNode
  | ClassDefNode
  | ReturnNode
  | DeleteNode
  | AssignNode
  | AugAssignNode
  | AnnAssignNode
  | ForNode
  | WhileNode
  | IfNode
  | WithNode
  | RaiseNode
  | TryNode
  | AssertNode
  | ImportNode
  | ImportFromNode
  | ScopeNode
  | ExprNode
  | SimpleNode;

/** The string constant that documents a body, if it begins with one. */
export function docstringOf(body: readonly Stmt[]): Constant | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return first.value.value.kind === 'str' ? first.value.value : null;
}
