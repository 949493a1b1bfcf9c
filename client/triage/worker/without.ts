/** The same value without some of its members. */
export function without<Value extends object, Member extends keyof Value>(
  value: Value,
  ...members: readonly Member[]
): Omit<Value, Member> {
  const left = Object.entries(value).filter(([member]) => !members.some((each) => each === member));
  return Object.fromEntries(left) as Omit<Value, Member>;
}
