-- Lists of organs by name and by area read one page, not the register.
CREATE INDEX organ_period_name ON organ_period (name, organ_id);
CREATE INDEX organ_period_area ON organ_period (area);
