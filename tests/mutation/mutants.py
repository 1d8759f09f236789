"""Small changes of a source file, each of which some test should notice."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import TypeAlias

Change: TypeAlias = tuple[ast.AST | None, str]

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
# What is no behaviour: types, decorators, words of exceptions, what only a type checker sees.
UNTOUCHED = {"annotation", "returns", "decorator_list", "type_params", "bases"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change.

    Attributes:
        file: Path from the root of the project.
        function: Qualified name of the function, or ``""`` for what runs at import.
        line: The source line where the change is, without indentation.
        change: What became what; ``#2`` for the second such change on an equal line.
        lines: Lines of the statement [from 1], by which tests are found.
        first_line: Line where the outermost function begins; 0 outside functions.
        code: The changed file, compiled.
    """

    file: str
    function: str
    line: str
    change: str
    lines: range
    first_line: int
    code: Callable[[], CodeType]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What stays when lines are added above."""
        return self.file, self.function, self.line, self.change


def mutants_of(root: Path, file: str) -> list[Mutant]:
    """Every mutant of a file, in the order of the source."""
    text = (root / file).read_text(encoding="utf-8")
    tree, found, seen = ast.parse(text), list[Mutant](), Counter[tuple[str, str, str]]()
    for spot in _spots(tree, "", None, 0):
        for after, words in _changes(spot.node):
            line = text.splitlines()[spot.node.lineno - 1].strip()
            seen[spot.function, line, words] += 1
            count = seen[spot.function, line, words]
            change = words if count == 1 else f"{words} #{count}"
            lines = range(spot.statement.lineno, (spot.node.end_lineno or spot.node.lineno) + 1)
            code = _compiler(tree, spot, after, str(root / file))
            found.append(Mutant(file, spot.function, line, change, lines, spot.first_line, code))
    return found


@dataclass(frozen=True, slots=True)
class _Spot:
    node: ast.expr | ast.stmt
    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt
    function: str
    first_line: int


def _compiler(tree: ast.Module, spot: _Spot, after: ast.AST | None, name: str) -> Callable[[], CodeType]:
    def put(node: ast.AST) -> None:
        if spot.index is None:
            setattr(spot.parent, spot.field, node)
        else:
            getattr(spot.parent, spot.field)[spot.index] = node

    def compiled() -> CodeType:
        put(ast.copy_location(ast.Pass() if after is None else after, spot.node))
        try:
            return compile(ast.fix_missing_locations(deepcopy(tree)), name, "exec")
        finally:
            put(spot.node)

    return compiled


def _spots(node: ast.AST, function: str, statement: ast.stmt | None, first_line: int) -> Iterator[_Spot]:
    """Every expression and statement that may change, with the function around it."""
    if isinstance(node, ast.Raise) or _is_for_types(node):
        return
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED or (isinstance(node, ast.JoinedStr | ast.FormattedValue) and field == "format_spec"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or _is_docstring(child) or _is_for_types(child):
                continue
            inner = child if isinstance(child, ast.stmt) else statement
            name, line = function, first_line
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                name = f"{function}.{child.name}" if function else child.name
                line = first_line or (_first_line(child) if isinstance(child, ast.FunctionDef) else 0)
            elif isinstance(child, ast.arguments) and isinstance(node, ast.FunctionDef):
                line = 0 if _first_line(node) == first_line else first_line  # defaults are computed at import
            if isinstance(child, ast.expr | ast.stmt) and inner is not None:
                yield _Spot(child, node, field, index, inner, name, line)
            yield from _spots(child, name, inner, line)


def _first_line(function: ast.FunctionDef) -> int:
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def _is_for_types(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    if isinstance(node, ast.keyword):  # of zip: it asserts what is so
        return node.arg == "strict"
    if isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Name):
        return node.annotation.id == "TypeAlias"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("TypeVar", "cast")
    return isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.Assert)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _changes(node: ast.expr | ast.stmt) -> Iterator[Change]:
    """Other nodes for this one, and in words what became what; None for nothing at all."""
    if isinstance(node, ast.stmt):
        yield from _statement_changes(node)
        return
    for after in _expression_changes(node):
        yield after, f"{ast.unparse(node)} -> {ast.unparse(after)}"


def _expression_changes(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Constant():
            yield from _constant_changes(node)
        case ast.Subscript(slice=ast.Slice(lower=lower, upper=upper, step=step)):
            if lower is not None:
                yield ast.Subscript(node.value, ast.Slice(None, upper, step), node.ctx)
            if upper is not None:
                yield ast.Subscript(node.value, ast.Slice(lower, None, step), node.ctx)
        case ast.Call(func=ast.Name(id=name)) if name in CALLS:
            yield ast.Call(ast.Name(CALLS[name], ast.Load()), node.args, node.keywords)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            for index, generator in enumerate(node.generators):
                if generator.ifs:
                    after = deepcopy(node)
                    after.generators[index].ifs = []
                    yield after
        case _:
            yield from _operator_changes(node)


def _operator_changes(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            for index, operator in enumerate(node.ops):
                ops = [*node.ops[:index], COMPARISONS[type(operator)](), *node.ops[index + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)
        case ast.BinOp() if type(node.op) in OPERATIONS:
            yield ast.BinOp(node.left, OPERATIONS[type(node.op)](), node.right)
        case ast.BoolOp():
            yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
            for index in range(len(node.values)):
                rest = [*node.values[:index], *node.values[index + 1 :]]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.IfExp():
            yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def _constant_changes(node: ast.Constant) -> Iterator[ast.expr]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str):
        # A letter: headings are compared without signs, and in a pattern a sign may mean nothing new.
        yield ast.Constant(f"{node.value}x")


def _statement_changes(node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.Return(value=value) if value is not None and ast.unparse(value) not in ("None", "False"):
            yield ast.Return(ast.Constant(None)), "return None"
        case ast.If(test=test) if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse), "if not"
        case ast.Expr():
            yield None, f"drop {ast.unparse(node)}"
        case ast.AugAssign():
            yield None, f"drop {ast.unparse(node)}"
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield None, f"drop {ast.unparse(node)}"
        case ast.Continue():
            yield ast.Break(), "continue -> break"
        case ast.Break():
            yield ast.Continue(), "break -> continue"
        case ast.Delete(targets=[ast.Subscript() | ast.Attribute()]):
            yield None, f"drop {ast.unparse(node)}"
        case _:
            return
