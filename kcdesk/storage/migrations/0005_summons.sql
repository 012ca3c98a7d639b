-- What a kallelse named stands in its snapshot: a list of items would change when one goes.

ALTER TABLE summons DROP COLUMN items;
