/** A telephone number that can be touched to call. */
export const PhoneLink = (props: { number: string }) => (
  <a href={`tel:${props.number.replace(/[^+\d]/g, "")}`}>{props.number}</a>
);
