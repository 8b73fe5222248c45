"""The site: wiring only. What the catalogue is and knows lives in `practices`."""
