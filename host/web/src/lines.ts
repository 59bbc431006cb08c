/** The JSON values of an answer that brings one a line, as they come. */
export async function* lines<T>(response: Response): AsyncGenerator<T> {
    if (!response.body) return;
    let rest = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
        const { value, done } = await reader.read();
        const parts = (rest + (value ?? '')).split('\n');
        rest = done ? '' : (parts.pop() ?? '');
        for (const part of parts) {
            if (part.trim() !== '') yield JSON.parse(part) as T;
        }
        if (done) return;
    }
}
