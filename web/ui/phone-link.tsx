import { dialled } from "./dialled.ts";

/** A telephone number that can be touched to call. */
export const PhoneLink = (props: { number: string }) => <a href={`tel:${dialled(props.number)}`}>{props.number}</a>;
