/** What the files on disk depend on; initialisation and service must agree on it. */
export function storageOptions() {
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  return [...user, '--innodb-log-file-size=64M', '--skip-log-bin']
}

/**
 * The settings of `docs/decisions/0002-private-mariadb.md`. An acknowledged write survives a crash only with
 * `innodb_flush_log_at_trx_commit=1`; `sync_binlog=1` matters the day somebody switches the binary log on.
 */
export function serviceOptions() {
  return [
    ...storageOptions(),
    '--innodb-flush-log-at-trx-commit=1',
    '--sync-binlog=1',
    '--innodb-buffer-pool-size=128M',
    '--transaction-isolation=READ-COMMITTED',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--skip-networking',
    '--skip-name-resolve',
    '--max-connections=200',
    '--performance-schema=OFF',
  ]
}
