import { Agent, request } from 'node:http';

export interface OutgoingMessage {
  readonly channelId: string;
  readonly body: string;
  readonly nonce: string;
}

/** Sends messages by the API over HTTP, on connections that stay open. */
export class HttpSender {
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(port: number) {
    this.#port = port;
  }

  /** Resolves when it is acknowledged; rejects with what else the server says. */
  send(token: string, message: OutgoingMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const options = { port: this.#port, host: '127.0.0.1', path: '/api/trpc/message.send', method: 'POST', headers };
      const call = request({ ...options, agent: this.#agent }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(text))));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(JSON.stringify(message));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
