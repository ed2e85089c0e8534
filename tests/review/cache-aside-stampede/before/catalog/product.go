// Package catalog loads products for the shop's pages.
package catalog

import (
	"context"
	"time"
)

// Product is what a page shows; nil means that there is none of this name.
type Product struct {
	Name  string
	Price int
}

// Database is asked for one product; a query scatters over 64 shards and takes about 400 ms.
type Database interface {
	Load(ctx context.Context, name string) (*Product, error)
}

// Cache keeps products for a while; it is shared by the processes of a region.
type Cache interface {
	Get(name string) (*Product, bool)
	Set(name string, p *Product, ttl time.Duration)
}

// Catalog answers the product page.
type Catalog struct {
	database Database
	cache    Cache
}

// Product loads what the page of name shows.
func (c *Catalog) Product(ctx context.Context, name string) (*Product, error) {
	return c.database.Load(ctx, name)
}
