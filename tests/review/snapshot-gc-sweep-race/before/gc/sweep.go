// Package gc frees chunks that no manifest names any more.
package gc

import "context"

// Digest names a chunk or a manifest.
type Digest string

// Store holds chunks and manifests. Uploaders work at the same time: a chunk that exists is
// not uploaded again, and the manifest is committed after the last chunk.
type Store interface {
	// Named returns every digest that a committed manifest names.
	Named(ctx context.Context) (map[Digest]bool, error)
	// Chunks lists what is stored, oldest first.
	Chunks(ctx context.Context) ([]Digest, error)
	// Tombstone hides a chunk; an uploader that needs it brings it back.
	Tombstone(ctx context.Context, d Digest) error
	// Delete removes a chunk for good.
	Delete(ctx context.Context, d Digest) error
}

// Sweep tombstones what no manifest names; another job deletes tombstones after a week.
func Sweep(ctx context.Context, store Store) error {
	named, err := store.Named(ctx)
	if err != nil {
		return err
	}
	chunks, err := store.Chunks(ctx)
	if err != nil {
		return err
	}
	for _, c := range chunks {
		if named[c] {
			continue
		}
		if err := store.Tombstone(ctx, c); err != nil {
			return err
		}
	}
	return nil
}
