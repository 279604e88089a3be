import type { MigrationInterface, QueryRunner } from 'typeorm'

const options = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci'

const tables = [
  `CREATE TABLE survey_wave (
    id BIGINT NOT NULL PRIMARY KEY,
    title VARCHAR(60) NOT NULL,
    opens_at DATETIME(3) NOT NULL,
    closes_at DATETIME(3) NOT NULL,
    is_demo TINYINT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    KEY survey_wave_closes (closes_at)
  ) ${options}`,
  `CREATE TABLE survey_question (
    id BIGINT NOT NULL PRIMARY KEY,
    wave_id BIGINT NOT NULL,
    position INT NOT NULL,
    kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text VARCHAR(100) NOT NULL,
    hint VARCHAR(100) NULL,
    format_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    is_required TINYINT NOT NULL,
    UNIQUE KEY survey_question_wave (wave_id, position)
  ) ${options}`,
  `CREATE TABLE survey_response (
    id BIGINT NOT NULL PRIMARY KEY,
    wave_id BIGINT NOT NULL,
    circle_id BIGINT NOT NULL,
    resident_id BIGINT NULL,
    channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    overall TINYINT NULL,
    answers JSON NOT NULL,
    submitted_at DATETIME(3) NOT NULL,
    UNIQUE KEY survey_response_person (wave_id, resident_id),
    KEY survey_response_circle (wave_id, circle_id, id),
    KEY survey_response_resident (resident_id)
  ) ${options}`,
  `CREATE TABLE survey_tally (
    wave_id BIGINT NOT NULL,
    circle_id BIGINT NOT NULL,
    question_id BIGINT NOT NULL,
    rating TINYINT NOT NULL,
    count INT NOT NULL,
    PRIMARY KEY (wave_id, circle_id, question_id, rating)
  ) ${options}`,
]

export class CreateSurvey1795320600000 implements MigrationInterface {
  name = 'CreateSurvey1795320600000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['survey_tally', 'survey_response', 'survey_question', 'survey_wave'])
      await runner.query(`DROP TABLE ${name}`)
  }
}
