/** The functions of the kernel that programs may call here, by the number that stands in the instruction. */

/** By name; numbers are those of `enum bpf_func_id` in the kernel's `uapi/linux/bpf.h`. */
export const HELPERS: Readonly<Record<string, number>> = {
  bpf_map_lookup_elem: 1,
  bpf_map_update_elem: 2,
  bpf_map_delete_elem: 3,
  bpf_ktime_get_ns: 5,
  bpf_trace_printk: 6,
  bpf_get_prandom_u32: 7,
  bpf_get_smp_processor_id: 8,
  bpf_redirect: 23,
}

export function helperNamed(number: number): string | undefined {
  return Object.keys(HELPERS).find((name) => HELPERS[name] === number)
}

export function helperNumber(name: string): number | undefined {
  return Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined
}
