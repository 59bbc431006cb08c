/** "requests[3].set.promised" → the fourth request, and which of its fields. */
export function locate(at: string): { readonly request: number; readonly field: string | undefined } {
    const [, request = '0'] = /requests\[(\d+)\]/.exec(at) ?? [];
    return { request: Number(request), field: /\.(?:values|set)\.([^.[\]]+)/.exec(at)?.[1] };
}

/** Of several questions those that differ: one answer serves all that ask the same. */
export function distinct<T extends { readonly code: string }>(all: readonly T[]): readonly T[] {
    return [...new Map(all.toReversed().map((each) => [each.code, each])).values()].toReversed();
}
