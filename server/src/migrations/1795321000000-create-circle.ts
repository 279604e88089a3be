import type { MigrationInterface, QueryRunner } from 'typeorm'

const table = (name: string, columns: string) =>
  `CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`
const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`
const updatedAt = 'DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)'

export class CreateCircle1795321000000 implements MigrationInterface {
  name = 'CreateCircle1795321000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [division, divisionAlias, circle, circleCommunity, cityPack, cityPackVersion]) {
      await runner.query(statement)
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = [
      'city_pack_version',
      'city_pack',
      'circle_community',
      'circle',
      'division_alias',
      'division',
    ]
    for (const name of names) await runner.query(`DROP TABLE ${name}`)
  }
}

const division = table(
  'division',
  `code ${ascii(12)} NOT NULL PRIMARY KEY,
   name VARCHAR(60) NOT NULL,
   short_name VARCHAR(40) NOT NULL,
   level ${ascii(12)} NOT NULL,
   parent_code ${ascii(12)} NULL,
   kind VARCHAR(20) NOT NULL,
   valid_from DATE NOT NULL,
   valid_until DATE NULL,
   lng DOUBLE NULL,
   lat DOUBLE NULL,
   centre_approximate TINYINT NULL,
   centre_source VARCHAR(60) NULL,
   updated_at ${updatedAt},
   KEY ix_division_parent (parent_code)`,
)

const divisionAlias = table(
  'division_alias',
  `alias VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
   code ${ascii(12)} NOT NULL,
   note VARCHAR(120) NOT NULL`,
)

const circle = table(
  'circle',
  `id BIGINT NOT NULL PRIMARY KEY,
   code ${ascii(40)} NOT NULL,
   no INT NOT NULL,
   name VARCHAR(80) NOT NULL,
   short_name VARCHAR(20) NOT NULL,
   build_year INT NOT NULL,
   lng DOUBLE NOT NULL,
   lat DOUBLE NOT NULL,
   centre_approximate TINYINT NOT NULL,
   centre_source VARCHAR(60) NOT NULL,
   ended_on DATE NULL,
   updated_at ${updatedAt},
   UNIQUE KEY uq_circle_code (code)`,
)

const circleCommunity = table(
  'circle_community',
  `circle_id BIGINT NOT NULL,
   community_code ${ascii(12)} NOT NULL,
   is_centre TINYINT NOT NULL,
   position INT NOT NULL,
   PRIMARY KEY (circle_id, community_code),
   KEY ix_circle_community_code (community_code)`,
)

const cityPack = table(
  'city_pack',
  `city_code ${ascii(12)} NOT NULL PRIMARY KEY,
   revision INT NOT NULL,
   loaded_at DATETIME(3) NULL`,
)

const cityPackVersion = table(
  'city_pack_version',
  `id BIGINT NOT NULL PRIMARY KEY,
   file ${ascii(80)} NOT NULL,
   sha256 ${ascii(64)} NOT NULL,
   loaded_at DATETIME(3) NOT NULL,
   KEY ix_city_pack_version_file (file, id)`,
)
