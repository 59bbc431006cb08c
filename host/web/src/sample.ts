import { answered, type Client } from './client';

/** What the trackers installed bring to look at. */
export interface SampleSize {
    readonly revision: number;
    /** How many commits it is. */
    readonly commits: number;
}

/** The routes of the sample workspace. */
export class SampleWorkspace {
    constructor(private readonly client: Client) {}

    size(): Promise<SampleSize> {
        return this.client.get('/sample');
    }

    /** What is refused is thrown. */
    async fill(): Promise<SampleSize> {
        return answered(await this.client.call('/sample', { method: 'POST' }));
    }
}
