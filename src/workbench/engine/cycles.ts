/** Members of cycles among vertices: strongly connected ones, found with Tarjan's algorithm without recursion. */
export function cyclic<T>(vertices: Iterable<T>, successors: (vertex: T) => Iterable<T>): Set<T> {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const onStack = new Set<T>();
  const result = new Set<T>();

  for (const root of vertices) {
    if (order.has(root)) continue;
    const path: { vertex: T; next: Iterator<T> }[] = [];
    const enter = (vertex: T): void => {
      order.set(vertex, order.size);
      low.set(vertex, order.size - 1);
      stack.push(vertex);
      onStack.add(vertex);
      path.push({ vertex, next: successors(vertex)[Symbol.iterator]() });
    };
    const lower = (vertex: T, value: number): void => {
      low.set(vertex, Math.min(low.get(vertex) ?? value, value));
    };
    enter(root);
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const { vertex, next } = top;
      const step = next.next();
      if (!step.done) {
        const child = step.value;
        if (child === vertex) result.add(vertex);
        if (!order.has(child)) enter(child);
        else if (onStack.has(child)) lower(vertex, order.get(child) ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) lower(parent.vertex, low.get(vertex) ?? 0);
      if (low.get(vertex) !== order.get(vertex)) continue;
      const component = stack.splice(stack.lastIndexOf(vertex));
      for (const member of component) {
        onStack.delete(member);
        if (component.length > 1) result.add(member);
      }
    }
  }
  return result;
}
