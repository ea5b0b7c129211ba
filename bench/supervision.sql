-- Fifty organs; :rows work reports.
INSERT INTO organ (id, code, kind, established_on, sample)
SELECT uuidv7(), 'bench-' || n, 'DEPARTMENT', '2000-01-01', true FROM generate_series(1, 50) AS n;
INSERT INTO organ_period (organ_id, effective_from, name, area, basis, search)
SELECT id, '2000-01-01', '样例机关 ' || code, '990100', '样例', ''::tsvector FROM organ WHERE code LIKE 'bench-%';

INSERT INTO work_report (id, code, title, family, organ_id, state, meeting, meeting_on, term, reporter, reporter_capacity,
                         draft_received_on, final_received_on, distributed_on, sample, search)
SELECT uuidv7(), 'BG-' || extract(year FROM day) || '-' || n, '关于第' || n || '项工作情况的报告', 'SPECIAL', organ.id, 'HEARD',
       1 + n % 60, day, 15, '样例负责人', 'HEAD', day - 30, day - 12, day - 8, true, '''工作'':1A ''报告'':2A'::tsvector
FROM (SELECT n, date '2018-01-01' + (n % 1800)::int AS day FROM generate_series(1, :rows) AS n) AS row
JOIN organ ON organ.code = 'bench-' || 1 + n % 50;
VACUUM ANALYZE;
