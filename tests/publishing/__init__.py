"""The ways in: published site, Binder, JupyterLab, one's own machine; and what stands beside them."""
