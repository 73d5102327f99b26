import type {CheckResult} from './check-result.ts';

/** Adds what a person must know besides; the message has it in brackets. */
export function withRemark(result: CheckResult, remark: string): CheckResult {
  const {message, remarks = []} = result;
  return {
    ...result,
    message: [message, `(${remark})`].filter(Boolean).join(' '),
    remarks: [...remarks, remark],
  };
}
