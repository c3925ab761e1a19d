import { paidRoles, payBases } from "../../../server/features/pay/pay.shared.ts";

export default [
  { namespace: "pay", prefix: "for.", rest: paidRoles, because: "somebody is paid for one of these" },
  { namespace: "pay", prefix: "basis.", rest: payBases, because: "a rate is reckoned in one way" },
];
