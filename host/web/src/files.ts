import { API, answered, query, type Attachment, type Client } from './client';
import type { Files } from './view';

/** Files that items refer to, kept by the host under the hash of what is in them. */
export class HostFiles implements Files {
    constructor(private readonly client: Client) {}

    async keep(file: Blob, name: string): Promise<Attachment> {
        const headers = { 'Content-Type': file.type === '' ? 'application/octet-stream' : file.type };
        return answered(await this.client.call(`/files${query({ name })}`, { method: 'POST', headers, body: file }));
    }

    address({ sha256, name }: Attachment): string {
        return `${API}/files/${sha256}${query({ name })}`;
    }
}
