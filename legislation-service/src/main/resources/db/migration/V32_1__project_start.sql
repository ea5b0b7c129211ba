-- A clean-up round starts projects by its decisions.
ALTER TABLE legislative_project ADD COLUMN started_by uuid;
CREATE INDEX legislative_project_by_start ON legislative_project (started_by) WHERE started_by IS NOT NULL;
ALTER TABLE legislative_project DROP CONSTRAINT legislative_project_origin_check;
ALTER TABLE legislative_project ADD CONSTRAINT legislative_project_origin_check
    CHECK (origin IN ('ORGAN', 'COMMITTEE', 'DEPUTY', 'PUBLIC', 'OFFICE', 'CLEANUP'));
