/** Where a walk went, item by item, with the way back and forward again. */
export class Trail {
    private constructor(
        private readonly steps: readonly string[],
        private readonly at: number,
    ) {}

    static from(ref: string | null): Trail {
        return ref === null ? new Trail([], -1) : new Trail([ref], 0);
    }

    get here(): string | null {
        return this.steps[this.at] ?? null;
    }

    get canGoBack(): boolean {
        return this.at > 0;
    }

    get canGoForward(): boolean {
        return this.at < this.steps.length - 1;
    }

    /** A step aside forgets what lay ahead. */
    to(ref: string): Trail {
        if (ref === this.here) return this;
        return new Trail([...this.steps.slice(0, this.at + 1), ref], this.at + 1);
    }

    back(): Trail {
        return this.canGoBack ? new Trail(this.steps, this.at - 1) : this;
    }

    forward(): Trail {
        return this.canGoForward ? new Trail(this.steps, this.at + 1) : this;
    }
}
