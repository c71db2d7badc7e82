import { randomBytes } from 'node:crypto';
import type { Clock } from '../../world/clock';
import { type Scope, scopes } from './Scope';

const tokenSeconds = 28_800;
const attemptsAllowed = 10;

/** The one account of a manager's dashboard, with its role and its tokens. */
export class Accounts {
  readonly username = 'backstage';
  #scopes: readonly Scope[] = scopes;
  readonly #password: string;
  readonly #clock: Clock;
  /** Token → when it ends. */
  readonly #tokens = new Map<string, Date>();
  #failures = 0;
  #enabled = true;

  constructor(options: { password: string; clock: Clock }) {
    this.#password = options.password;
    this.#clock = options.clock;
  }

  /** A token; undefined where something is wrong. Ten failures disable the account, whatever comes then. */
  logIn(username: string, password: string): string | undefined {
    if (username !== this.username || !this.#enabled) {
      return undefined;
    }
    if (password !== this.#password) {
      this.#failures += 1;
      this.#enabled = this.#failures < attemptsAllowed;
      return undefined;
    }
    this.#failures = 0;
    const part = () => randomBytes(18).toString('base64url');
    const token = `${part()}.${part()}.${part()}`;
    this.#tokens.set(
      token,
      new Date(this.#clock.now().getTime() + tokenSeconds * 1000),
    );
    return token;
  }

  logOut(token: string): void {
    this.#tokens.delete(token);
  }

  isValid(token: string): boolean {
    const end = this.#tokens.get(token);
    return end !== undefined && end > this.#clock.now();
  }

  get isEnabled(): boolean {
    return this.#enabled;
  }

  /** What its role may read. */
  get scopes(): readonly Scope[] {
    return this.#scopes;
  }

  /** Its role gets smaller, or as large as it was. */
  mayRead(some: readonly Scope[] = scopes): void {
    this.#scopes = some;
  }

  /** As an administrator does it. */
  enable(): void {
    this.#enabled = true;
    this.#failures = 0;
  }

  /** As ten bad logins do it; tokens end as well. */
  disable(): void {
    this.#enabled = false;
    this.#tokens.clear();
  }
}
