import { answered, type Client, type Problem, type Words } from './client';

export type PluginState = 'started' | 'failed' | 'blocked' | 'quarantined' | 'removed';

export interface Plugin {
    readonly id: string;
    readonly version: string;
    readonly label: Words;
    readonly description: Words | null;
    /** Of the marks there are; empty for none. */
    readonly icon: string;
    /** What people call its tables. */
    readonly tables: readonly Words[];
    readonly views: number;
    /** How many rows its tables hold here. */
    readonly rows?: number;
    /** What it may do beyond its own tables: full table ids, and names of hosts. */
    readonly may: { readonly read: readonly string[]; readonly write: readonly string[]; readonly fetch: readonly string[] };
    /** What it may do beyond its own tables, in plain words. */
    readonly capabilities: readonly Words[];
}

export interface Installed extends Plugin {
    readonly state: PluginState;
    /** What is wrong with it, and what to do. */
    readonly problem: Pick<Problem, 'code' | 'message' | 'hint'> | null;
    /** Whether the host has to be started again for it. */
    readonly restart: boolean;
}

export interface Available extends Plugin {
    /** The version that is installed, if any. */
    readonly installed: string | null;
    /** Ids of those that would be installed beside it. */
    readonly along: readonly string[];
}

export interface PluginLists {
    readonly installed: readonly Installed[];
    readonly available: readonly Available[];
}

export type PluginAction = 'install' | 'update' | 'remove' | 'rollback';

/** The routes of plugins. */
export class Plugins {
    constructor(private readonly client: Client) {}

    list(): Promise<PluginLists> {
        return this.client.get('/plugins');
    }

    /** What is refused is thrown. */
    async act(id: string, action: PluginAction): Promise<{ restart: boolean }> {
        return answered(await this.client.call(`/plugins/${encodeURIComponent(id)}/${action}`, { method: 'POST' }));
    }

    /** Installs a plugin from its zip. */
    async upload(file: Blob): Promise<{ plugin: Installed; restart: boolean }> {
        const headers = { 'Content-Type': 'application/zip' };
        return answered(await this.client.call('/plugins', { method: 'POST', headers, body: file }));
    }
}
