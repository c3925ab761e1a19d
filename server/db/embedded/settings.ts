import type { Paths } from "./cluster-file.ts";

export interface ServerOptions {
  port: number;
  durable: boolean;
  /** More settings of postgresql.conf; they win over ours. */
  extra: Record<string, string>;
}

/** For one laptop and sixty-one councils. */
const laptop = {
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "1GB",
  random_page_cost: "1.1",
  // Short queries: compiling them costs more than it saves.
  jit: "off",
  TimeZone: "UTC",
  log_timezone: "UTC",
};

const untilPowerIsCut = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** One file per weekday, a week at the most. */
const logging = {
  logging_collector: "on",
  log_filename: "postgresql-%a.log",
  log_rotation_age: "1d",
  log_rotation_size: "0",
  log_truncate_on_rotation: "on",
  log_file_mode: "0600",
  log_line_prefix: "%m [%p] %q%u@%d ",
};

/** The server's arguments: all it needs stands there, so that nothing stale is left in a file. */
export function serverArguments({ data, log, clusterName }: Paths, { port, durable, extra }: ServerOptions): string[] {
  const settings = {
    cluster_name: clusterName,
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    ...laptop,
    ...logging,
    log_directory: log,
    ...(durable ? {} : untilPowerIsCut),
    ...extra,
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
