// Package fanout asks every shard of the seat map the same question.
package fanout

import (
	"context"
	"fmt"
)

// Query is what a caller wants to know.
type Query struct {
	Event string
	Block string
}

// Result is what one shard knows.
type Result struct {
	Shard string
	Seats []int
}

// Shard answers queries; Ask blocks until it has an answer or ctx is done.
type Shard interface {
	Name() string
	Ask(ctx context.Context, q Query) (Result, error)
}

// All asks the shards one after the other and returns their answers in the order of shards.
func All(ctx context.Context, shards []Shard, q Query) ([]Result, error) {
	out := make([]Result, 0, len(shards))
	for _, s := range shards {
		r, err := s.Ask(ctx, q)
		if err != nil {
			return nil, fmt.Errorf("shard %s: %w", s.Name(), err)
		}
		out = append(out, r)
	}
	return out, nil
}

// Free counts the seats that are free in results.
func Free(results []Result) int {
	n := 0
	for _, r := range results {
		n += len(r.Seats)
	}
	return n
}
