"""Personal data in what is to be published: found by rules that can be read, and told masked.

Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15. The rooms know texts and bytes, no record and no day.
"""
