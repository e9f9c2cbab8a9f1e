/** Somebody who uses the product from outside. */
export interface Person {
  readonly userId: string;
  readonly token: string;
}
