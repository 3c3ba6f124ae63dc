-- A gap's reason was an English sentence; it becomes the failure's code, in words only where it is shown.
UPDATE "gap" SET "reason" = CASE
	WHEN "reason" = 'The node did not answer in time.' THEN 'timeout'
	WHEN "reason" = 'The node could not be reached.' THEN 'unreachable'
	WHEN "reason" = 'The node refused the request: too many requests.' THEN 'rate-limited'
	WHEN "reason" = 'The node refused the request.' THEN 'refused'
	WHEN "reason" = 'The node answered with something that is not a valid answer.' THEN 'garbled'
	WHEN "reason" = 'The node answered for another chain.' THEN 'wrong-chain'
	WHEN "reason" = 'The node is behind the block last accepted for this chain.' THEN 'lagging'
	WHEN "reason" = 'The node no longer holds the state of this block.' THEN 'no-archive'
	-- with its counts: '1 of 3 say the same; 2 must.' becomes '1/3/2'
	WHEN "reason" LIKE 'The nodes of this chain do not agree on the same block. % of % say the same; % must.' THEN
		replace(replace(replace(replace("reason",
			'The nodes of this chain do not agree on the same block. ', 'disagree '), ' say the same; ', '/'), ' must.', ''), ' of ', '/')
	WHEN "reason" = 'The nodes of this chain do not agree on the same block.' THEN 'disagree'
	ELSE 'not-read'
END;
